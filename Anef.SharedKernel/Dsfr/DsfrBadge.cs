using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-badge type="success"&gt;words&lt;/dsfr-badge&gt;</c>: <c>info</c>, <c>success</c>, <c>warning</c>, <c>error</c>, <c>new</c>, or nothing.</summary>
[HtmlTargetElement("dsfr-badge")]
public sealed class DsfrBadge : TagHelper
{
    /// <summary>What it is; null for a plain one.</summary>
    public string? Type { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Type is null ? "fr-badge" : $"fr-badge fr-badge--{Type}");
    }
}
