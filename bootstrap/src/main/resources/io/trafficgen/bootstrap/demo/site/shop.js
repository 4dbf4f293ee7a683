document.getElementById('greeting').textContent =
  'It is ' + new Date().toISOString().slice(0, 10) + '.';
