using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-textarea asp-for="Text" label="…" rows="5" maxlength="1000" /&gt;</c></summary>
[HtmlTargetElement("dsfr-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrTextarea(Say say) : Field(say)
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass(Errors.Count > 0 ? "fr-input fr-input--error" : "fr-input");
        Describe(area, output);
        (area.Attributes["id"], area.Attributes["name"]) = (Id, Name);
        // A browser drops the first line break of a text area.
        area.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        var group = Group("input");
        group.InnerHtml.AppendHtml(LabelFor(Id)).AppendHtml(area).AppendHtml(Messages());
        Become(output, group);
    }
}
