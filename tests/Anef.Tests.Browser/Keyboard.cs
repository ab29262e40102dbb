using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Hands that have no mouse: goes on by Tab, and what it comes to must be seen to be where one is.</summary>
internal sealed class Keyboard(Visit visit)
{
    private const int Furthest = 250;

    /// <summary>Goes on by Tab to what has these words.</summary>
    public async Task Reach(string words)
    {
        var passed = new List<string>();
        for (var i = 0; i < Furthest; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var here = await visit.Page.EvaluateAsync<string[]>("""
                () => {
                  const at = document.activeElement, box = at.getBoundingClientRect(), label = at.labels?.[0];
                  const shown = [at, label].filter(Boolean).some(e => { const style = getComputedStyle(e); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; })
                    || (label && getComputedStyle(label, '::before').outlineStyle !== 'none');
                  return [(label?.innerText || at.innerText || at.value || at.id || at.tagName).trim(), at === document.body || shown ? '' : at.outerHTML.slice(0, 120)];
                }
                """);
            if (here[1].Length > 0) Assert.Fail($"nobody sees that the keyboard is at {here[1]}");
            if (here[0].StartsWith(words, StringComparison.Ordinal)) return;
            passed.Add(here[0]);
        }
        Assert.Fail($"Tab leads to no « {words} », but to {string.Join(" | ", passed.Distinct())}");
    }

    /// <remarks>Words are there before the page's script is, and a key pressed in between is lost.</remarks>
    public async Task Press(string key)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.Load);
        await visit.Page.Keyboard.PressAsync(key);
    }

    public Task Type(string text) => visit.Page.Keyboard.TypeAsync(text);
}
