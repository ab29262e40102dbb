using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-pages first="…" next="…" /&gt;</c>: through a list whose length nobody counts.</summary>
[HtmlTargetElement("dsfr-pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrPages(Say say) : TagHelper
{
    /// <summary>Address of the list's beginning; null when one is there.</summary>
    public string? First { get; set; }

    /// <summary>Address of what follows; null at the end.</summary>
    public string? Next { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An expression that is null arrives as nothing written.
        if (string.IsNullOrEmpty(First) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-pagination");
        output.Attributes.SetAttribute("aria-label", say["form.pages"]);
        output.Content.AppendHtml("<ul class=\"fr-pagination__list\">");
        Link(output.Content, First, "first", say["form.firstPage"]);
        Link(output.Content, Next, "next", say["form.nextPage"]);
        output.Content.AppendHtml("</ul>");
    }

    private static void Link(TagHelperContent list, string? address, string kind, string words)
    {
        if (string.IsNullOrEmpty(address)) return;
        list.AppendHtml($"<li><a class=\"fr-pagination__link fr-pagination__link--{kind} fr-pagination__link--lg-label\" href=\"").Append(address).AppendHtml("\">").Append(words).AppendHtml("</a></li>");
    }
}
