using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Host.Information;

/// <summary>A page that is words alone, with what the operator says of itself.</summary>
[OpenToAll]
internal abstract class ProsePage(Say say, Publisher publisher, string section) : PageModel
{
    public string Title => say[$"{section}.title"];

    public IEnumerable<Prose.Block> Text => Prose.Of(say[$"{section}.text",
        ("publisher", Or(publisher.Name)), ("director", Or(publisher.Director)), ("hosting", Or(publisher.Hosting)), ("contact", Or(publisher.Contact)), ("dpo", Or(publisher.DataProtection)),
        ("phone", publisher.Phone is { Length: > 0 } number ? say["help.phone", ("number", number)] : say["help.noPhone"])]);

    private string Or(string? given) => string.IsNullOrWhiteSpace(given) ? say["legal.missing"] : given;
}

internal sealed class NoticePage(Say say, Publisher publisher) : ProsePage(say, publisher, "legal.notice");

internal sealed class AccessibilityPage(Say say, Publisher publisher) : ProsePage(say, publisher, "legal.accessibility");

internal sealed class HelpPage(Say say, Publisher publisher) : ProsePage(say, publisher, "help");
