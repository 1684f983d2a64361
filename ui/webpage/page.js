
"use strict";
const data = document.body.dataset;
const [who, which, counted] = window.name.split(" ");
const before = who === "klavilink" && which === data.expires ? Math.max(0, Number(counted)) || 0 : 0;
const opened = performance.now();
let ticks = 0;
function end() {
  clearInterval(timer);
  document.querySelector("img").remove();
  document.body.className = "ended";
}
function tick() {
  const shown = before + performance.now() - opened;
  const rest = Math.min(data.expires - Date.now(), data.left - shown);
  if (rest <= 0) return end();
  const s = Math.ceil(rest / 1000);
  const left = Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0");
  document.getElementById("left").textContent = data.leftWords.replace("%s", left);
  if (++ticks <= 5) return;
  window.name = "klavilink " + data.expires + " " + shown;
  location.reload();
}
const timer = setInterval(tick, 1000);
tick();
