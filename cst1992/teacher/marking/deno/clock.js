// Beside a sheet: rings the alarm of a box that takes too long, while Python is busy and hears nothing else.
const [RINGS, ARMED, SIGALRM] = [0, 1, 14];
let bell;
let waiting;

self.onmessage = ({ data }) => {
  if (data instanceof Int32Array) {
    bell = data;
    return;
  }
  const [turn, milliseconds] = data;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (Atomics.load(bell, ARMED) === turn) Atomics.store(bell, RINGS, SIGALRM);
  }, milliseconds);
};
