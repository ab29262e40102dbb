using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary>Every form that changes something shows that it comes from here, those with an address of their own too, which MVC leaves out.</summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class PostForm(IAntiforgery forms) : TagHelper
{
    /// <summary>The page that it is on.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.PostContent.AppendHtml(forms.GetHtml(Page.HttpContext));
}
