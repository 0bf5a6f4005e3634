package godmode.detectors.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static List<String> in(String value) {
    return Addresses.in(value).stream()
        .map(a -> String.join("|", a.scheme(), a.host(), a.port(), a.database()))
        .toList();
  }

  @Test
  void finds_hosts_in_addresses_and_connection_strings() {
    assertThat(in("http://orders:8080/api?x=1")).containsExactly("http|orders|8080|");
    assertThat(in("jdbc:postgresql://db:5432/orders?ssl=true"))
        .containsExactly("postgresql|db|5432|orders");
    assertThat(in("mongodb://u:p@m1:27017,m2:27017/shop"))
        .containsExactly("mongodb|m1|27017|shop", "mongodb|m2|27017|shop");
    assertThat(in("jdbc:oracle:thin:@//ora:1521/svc")).containsExactly("oracle|ora|1521|svc");
    assertThat(in("http://a:1234,http://b:1234")).containsExactly("http|a|1234|", "http|b|1234|");
    assertThat(in("k1:9092, k2:9092")).containsExactly("|k1|9092|", "|k2|9092|");
  }

  @Test
  void finds_none_in_prose_numbers_and_expressions() {
    assertThat(in("see the manual: page 12")).isEmpty();
    assertThat(in("10.0.0.1:80")).isEmpty();
    assertThat(in("http://${HOST}:80")).isEmpty();
    assertThat(in("")).isEmpty();
  }

  @Test
  void knows_settings_whose_value_is_an_address() {
    assertThat(List.of("DB_HOST", "bootstrap.servers", "paymentUrl", "CART_SERVICE"))
        .allMatch(Addresses::isAddressName);
    assertThat(List.of("MODE", "HOSTED", "SERVICE_NAME")).noneMatch(Addresses::isAddressName);
  }
}
