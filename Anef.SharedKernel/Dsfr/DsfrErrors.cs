using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-errors /&gt;</c>: everything that is wrong with a form, at its top, each line leading to its field. Nothing when nothing is.</summary>
[HtmlTargetElement("dsfr-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrErrors(Say say) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-alert fr-alert--error fr-mb-4w");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.PreContent.AppendHtml("<h2 class=\"fr-alert__title\">").Append(say["form.errors"]).AppendHtml("</h2>");
        output.Content.AppendHtml("<ul>");
        foreach (var (name, entry) in View.ModelState)
            foreach (var error in entry!.Errors) Line(output.Content, name, Words.Of(error, say));
        output.Content.AppendHtml("</ul>");
    }

    private static void Line(TagHelperContent list, string name, string words)
    {
        list.AppendHtml("<li>");
        if (name.Length == 0) list.Append(words);
        else list.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(name, "_")}\">").Append(words).AppendHtml("</a>");
        list.AppendHtml("</li>");
    }
}
