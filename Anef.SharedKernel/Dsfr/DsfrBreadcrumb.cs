using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-breadcrumb items="@([("Accueil", "/"), ("Démarches", null)])" /&gt;</c>: the way back; the last is this page.</summary>
[HtmlTargetElement("dsfr-breadcrumb", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrBreadcrumb(Say say) : TagHelper
{
    /// <summary>Words and addresses; null for the page itself.</summary>
    public IReadOnlyList<(string Words, string? Address)> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-breadcrumb");
        output.Attributes.SetAttribute("aria-label", say["form.youAreHere"]);
        output.Content.AppendHtml("<ol class=\"fr-breadcrumb__list\">");
        foreach (var (words, address) in Items)
        {
            output.Content.AppendHtml("<li>");
            if (address is null) output.Content.AppendHtml("<a class=\"fr-breadcrumb__link\" aria-current=\"page\">").Append(words).AppendHtml("</a>");
            else output.Content.AppendHtml("<a class=\"fr-breadcrumb__link\" href=\"").Append(address).AppendHtml("\">").Append(words).AppendHtml("</a>");
            output.Content.AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ol>");
    }
}
