using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;table class="anef-table"&gt;</c>: what is wider than a phone scrolls in a frame of its own, which the keyboard reaches too.</summary>
/// <remarks>The table itself stays one: with <c>display: block</c> it is none any more to those who listen.</remarks>
[HtmlTargetElement("table")]
public sealed class ScrollingTable : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreElement.AppendHtml("<div class=\"anef-scroll\" tabindex=\"0\">");
        output.PostElement.AppendHtml("</div>");
    }
}
