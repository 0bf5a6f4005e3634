(() => {
  'use strict';
  const one = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];

  // Light and dark: what the system says, until somebody chooses.
  const theme = one('#theme');
  const dark = () => document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  const showTheme = () => {
    theme.setAttribute('aria-pressed', String(dark()));
    theme.textContent = dark() ? 'Light' : 'Dark';
  };
  theme.hidden = false;
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    showTheme();
  });
  showTheme();

  // The filter over the findings.
  const filter = one('#filter');
  if (filter) {
    const found = all('.finding');
    const apply = () => {
      const words = one('#search').value.toLowerCase().split(/\s+/).filter(Boolean);
      const severities = new Set(all('[name=severity]:checked', filter).map(box => box.value));
      const rule = one('#rule').value;
      const fresh = one('#fresh').checked;
      let shown = 0;
      for (const finding of found) {
        const data = finding.dataset;
        const fits = severities.has(data.severity) && (!rule || data.rule === rule)
          && (!fresh || data.fresh === 'true') && words.every(word => data.text.includes(word));
        finding.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      one('#shown').textContent = `${shown} of ${found.length} shown`;
    };
    filter.hidden = false;
    filter.addEventListener('input', apply);
    filter.addEventListener('change', apply);
    filter.addEventListener('submit', event => event.preventDefault());
    apply();
  }

  // What a link leads to is opened first.
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === 'DETAILS') {
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener('hashchange', open);
  open();

  // A counterexample, step by step.
  for (const figure of all('.timeline')) {
    const last = Number(figure.dataset.steps);
    let now = last;
    const show = () => {
      for (const part of all('[data-at]', figure)) {
        const at = Number(part.dataset.at);
        part.classList.toggle('later', at > now);
        part.classList.toggle('now', at === now);
      }
      one('.ending', figure).classList.toggle('later', now < last);
      one('.where-now', figure).textContent = `step ${now} of ${last}`;
    };
    const to = step => {
      now = Math.max(1, Math.min(last, step));
      show();
    };
    one('.stepper', figure).hidden = false;
    for (const button of all('[data-step]', figure)) {
      button.addEventListener('click', () =>
        to(button.dataset.step === 'all' ? last : now + Number(button.dataset.step)));
    }
    figure.addEventListener('keydown', event => {
      const steps = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 1, End: last };
      if (event.key in steps) {
        event.preventDefault();
        to(steps[event.key]);
      }
    });
    show();
  }

  // The map: focus, zoom and drag.
  const map = one('#map');
  if (map) {
    const svg = one('svg', map);
    const width = Number(svg.getAttribute('width'));
    const height = Number(svg.getAttribute('height'));
    const card = one('#card');
    const focus = one('#focus');
    const boxes = all('.box', svg);
    const arrows = all('.arrow', svg);
    let scale = 1;
    const zoom = wanted => {
      scale = Math.max(0.15, Math.min(4, wanted));
      svg.setAttribute('width', String(Math.round(width * scale)));
      svg.setAttribute('height', String(Math.round(height * scale)));
    };
    const fit = () => zoom(Math.min(1.15, (map.clientWidth - 4) / width, Math.max(0.3, (innerHeight * 0.76) / height)));
    one('#map-tools').hidden = false;
    one('#in').addEventListener('click', () => zoom(scale * 1.25));
    one('#out').addEventListener('click', () => zoom(scale / 1.25));
    one('#fit').addEventListener('click', fit);
    map.addEventListener('wheel', event => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(scale * (event.deltaY < 0 ? 1.12 : 1 / 1.12));
      }
    }, { passive: false });
    let drag = null;
    map.addEventListener('pointerdown', event => {
      if (!event.target.closest('.box')) {
        drag = { x: event.clientX + map.scrollLeft, y: event.clientY + map.scrollTop };
      }
    });
    addEventListener('pointermove', event => {
      if (drag) {
        map.scrollLeft = drag.x - event.clientX;
        map.scrollTop = drag.y - event.clientY;
      }
    });
    addEventListener('pointerup', () => { drag = null; });

    const choose = key => {
      const chosen = boxes.find(box => box.dataset.key === key);
      const anchor = chosen && (chosen.dataset.owner || key);
      const near = new Set(chosen ? [key, anchor] : []);
      for (const arrow of arrows) {
        const touches = Boolean(chosen) && (arrow.dataset.from === anchor || arrow.dataset.to === anchor);
        arrow.classList.toggle('near', touches);
        if (touches) {
          near.add(arrow.dataset.from).add(arrow.dataset.to);
        }
      }
      svg.classList.toggle('focused', Boolean(chosen));
      for (const box of boxes) {
        box.classList.toggle('chosen', box === chosen);
        box.classList.toggle('near', near.has(box.dataset.key) || near.has(box.dataset.owner));
        box.setAttribute('aria-pressed', String(box === chosen));
      }
      focus.value = chosen ? key : '';
      card.hidden = !chosen;
      card.replaceChildren();
      if (chosen) {
        card.append(one('article', document.getElementById(key)).cloneNode(true));
      }
    };
    for (const box of boxes) {
      box.addEventListener('click', event => {
        event.stopPropagation();
        choose(box.classList.contains('chosen') ? '' : box.dataset.key);
      });
      box.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose(box.dataset.key);
        }
      });
    }
    addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        choose('');
      }
    });
    focus.addEventListener('change', () => choose(focus.value));
    card.addEventListener('click', event => {
      const link = event.target.closest('a[href^="#c"]');
      if (link) {
        event.preventDefault();
        choose(link.getAttribute('href').slice(1));
      }
    });
    const background = one('#background');
    if (background) {
      background.addEventListener('change', () =>
        svg.classList.toggle('show-background', background.checked));
    }
    const environment = one('#environment');
    if (environment) {
      environment.addEventListener('change', () => boxes.forEach(box =>
        box.classList.toggle('elsewhere', Boolean(environment.value)
          && !box.dataset.in.split(' ').includes(environment.value))));
    }
    fit();
  }

  // On paper everything is open.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    closed.forEach(part => { part.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach(part => { part.open = false; }));
})();
