package godmode.core.evidence;

/** What kind of path through the code was traced. */
public enum FlowKind {
  /** From a request, a message or a clock to what it changes. */
  OPERATION,
  /** A unit of work that changes a store and sends a message. */
  DUAL_WRITE,
  /** A call to another process while a database transaction is open. */
  CALL_IN_TRANSACTION,
  /** Work that a clock starts in every copy of a service. */
  SCHEDULED_WORK,
  /** What runs between taking and giving back a lock that other processes take too. */
  LOCKED_SECTION,
  /** Where such a lock is given back. */
  LOCK_RELEASE,
  /** Work that only a leader may do. */
  LED_WORK,
  /** Where a process hears that it may no longer be leader. */
  LEADERSHIP_LOSS,
  /** What a leader is elected by. */
  ELECTION,
  /** A client of another process, where it is made. */
  REMOTE_CLIENT,
  /** A call that is made again when it fails. */
  RETRIED_CALL,
  /** From the arrival of a message to its acknowledgement. */
  ACKNOWLEDGEMENT,
  /** From the arrival of a message to its effects. */
  MESSAGE_HANDLING,
  /** Changes in several processes that belong together. */
  SAGA,
  /** A value that is read, computed on and written back. */
  READ_MODIFY_WRITE,
  /** An update whose row count says whether it took place. */
  CONDITIONAL_UPDATE,
  /** A field that is to tell writes in between. */
  VERSION_FIELD,
  /** From a clock to what it decides. */
  CLOCK_READING,
  /** State that is kept in one process only. */
  PROCESS_STATE,
  /** The subscription of a consumer. */
  SUBSCRIPTION,
  /** The identity of a client at its broker. */
  CLIENT_IDENTITY,
  /** A pool of threads or a queue between them. */
  WORK_QUEUE,
  /** A lock that is taken and given back inside of a transaction, or around one. */
  LOCK_IN_TRANSACTION,
  /** A call to another process under a lock that ends by itself. */
  LEASED_CALL,
  /** From a message that cannot be handled to where it goes. */
  MESSAGE_FAILURE,
  /** Retries inside of retries. */
  RETRIED_CHAIN,
  /** A limited wait around a call that has a limit of its own. */
  NESTED_WAIT,
  /** From a read of a replica to the write that rests on it. */
  REPLICA_READ,
  /** A read and a write of one table, each at a consistency level. */
  LEVELLED_READ,
  /** From a request to a call of another process that it waits for. */
  AWAITED_CALL,
  /** Calls that one request makes of the same other process, one after the other. */
  REPEATED_CALL,
  /** A call of an address that is written in the code. */
  WRITTEN_ADDRESS
}
