using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-alert type="success" title="…"&gt;words&lt;/dsfr-alert&gt;</c>: <c>info</c>, <c>success</c>, <c>warning</c>, <c>error</c>.</summary>
[HtmlTargetElement("dsfr-alert")]
public sealed class DsfrAlert : TagHelper
{
    /// <summary>What it is; the colour is never alone, an icon and the words say it too.</summary>
    public string Type { get; set; } = "info";

    /// <summary>First line; without it the alert is a small one.</summary>
    public string? Title { get; set; }

    /// <summary>It came after the page was loaded, or answers an act: said at once to those who listen.</summary>
    public bool Live { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"fr-alert fr-alert--{Type}{(Title is null ? " fr-alert--sm" : "")}");
        if (Live) output.Attributes.SetAttribute("role", Type == "error" ? "alert" : "status");
        if (Title is not null) output.PreContent.AppendHtml("<p class=\"fr-alert__title\">").Append(Title).AppendHtml("</p>");
        output.Content.SetHtmlContent(words);
    }
}
