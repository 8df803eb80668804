// Puts Saring's checker where this script stands:
//   <script src="https://saring.example.org/widget.js" data-lang="id" data-theme="auto" data-accent="0c6b5b" async></script>
// It lives in a sandboxed frame: it sees nothing of the page around it and the page sees nothing of what is asked.
(function () {
    var script = document.currentScript;
    if (!script) {
        return;
    }
    var origin = new URL(script.src).origin;
    var query = new URLSearchParams();
    [['lang', 'lang'], ['theme', 'theme'], ['accent', 'accent']].forEach(function (pair) {
        var value = script.getAttribute('data-' + pair[0]);
        if (value) {
            query.set(pair[1], value.replace('#', ''));
        }
    });
    var frame = document.createElement('iframe');
    frame.src = origin + '/widget?' + query;
    frame.title = script.getAttribute('data-title') || 'Saring';
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox');
    frame.setAttribute('loading', 'lazy');
    frame.setAttribute('referrerpolicy', 'origin');
    frame.style.cssText = 'width:100%;max-width:40rem;height:340px;border:0;color-scheme:normal';
    window.addEventListener('message', function (event) {
        var height = event.source === frame.contentWindow && event.data && event.data.saringHeight;
        if (typeof height === 'number' && height > 0) {
            frame.style.height = Math.min(Math.ceil(height), 2000) + 'px';
        }
    });
    script.parentNode.insertBefore(frame, script.nextSibling);
})();
