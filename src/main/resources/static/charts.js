// Draws each chart from the table beside it, which is all there is without scripts.
(() => {
    "use strict";
    const charts = document.querySelector(".charts");
    if (!charts || !window.uPlot) {
        return;
    }
    const zone = charts.dataset.zone;
    const language = document.documentElement.lang;
    const hours = charts.dataset.by === "hour";
    const time = options => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
    const clock = time({ hour: "2-digit", minute: "2-digit" });
    const day = time({ day: "numeric", month: "short" });
    const whole = time(hours
        ? { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }
        : { weekday: "short", day: "numeric", month: "short", year: "numeric" });
    const midnight = time({ hour: "numeric", hourCycle: "h23" });
    const numbers = {
        COUNT: new Intl.NumberFormat(language),
        SHARE: new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }),
        MILLIS: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
    };
    const colour = name => getComputedStyle(document.body).getPropertyValue(name).trim();
    const drawn = [];

    function read(figure) {
        const columns = [...figure.querySelectorAll(".figures thead th[data-series]")].map(cell => cell.textContent);
        const rows = [...figure.querySelectorAll(".figures tbody tr")].reverse();
        const values = columns.map((name, i) => rows.map(row => {
            const value = row.querySelectorAll("td")[i].dataset.value;
            return value === "" || value === undefined ? null : Number(value);
        }));
        return { columns, data: [rows.map(row => Number(row.dataset.at)), ...values] };
    }

    function draw(figure) {
        const place = figure.querySelector(".plot");
        if (!place) {
            return;
        }
        const { columns, data } = read(figure);
        const number = numbers[figure.dataset.unit];
        const label = value => number.format(value) + (figure.dataset.unit === "MILLIS" ? " ms" : "");
        const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
        const plot = new uPlot({
            width: place.clientWidth,
            height: 220,
            tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), zone),
            cursor: { drag: { x: false, y: false } },
            scales: {
                x: { time: true },
                y: { range: (u, low, high) => [0, high > 0 ? high * 1.08 : 1] },
            },
            axes: [
                {
                    ...axis,
                    space: 64,
                    values: (u, places) => places.map(at => {
                        const moment = new Date(at * 1000);
                        return hours && midnight.format(moment).replace(/\D/g, "") % 24 !== 0
                            ? clock.format(moment) : day.format(moment);
                    }),
                },
                { ...axis, size: 62, values: (u, places) => places.map(label) },
            ],
            series: [
                { label: figure.querySelector(".figures thead th").textContent, value: (u, at) => at === null ? "" : whole.format(new Date(at * 1000)) },
                ...columns.map((name, i) => ({
                    label: name,
                    stroke: colour("--series-" + (i + 1)),
                    width: 2,
                    points: { show: data[0].length < 40, size: 4 },
                    value: (u, value) => value === null || value === undefined ? "–" : label(value),
                })),
            ],
        }, data, place);
        drawn.push({ figure, place, plot });
    }

    function drawAll() {
        drawn.splice(0).forEach(one => one.plot.destroy());
        charts.querySelectorAll(".chart").forEach(draw);
    }

    drawAll();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
    let waiting;
    addEventListener("resize", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => drawn.forEach(one => one.plot.setSize({ width: one.place.clientWidth, height: 220 })), 100);
    });
})();
