using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-checkbox asp-for="Agreed" label="…" /&gt;</c>: one box for a yes or no.</summary>
[HtmlTargetElement("dsfr-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrCheckbox(Say say) : Field(say)
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Optional = true; // an empty box is an answer
        var label = new TagBuilder("label");
        label.AddCssClass("fr-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        if (Hint is { } words)
        {
            var hint = new TagBuilder("span");
            hint.AddCssClass("fr-hint-text");
            hint.InnerHtml.Append(words);
            label.InnerHtml.AppendHtml(hint);
        }
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Describe(input, output);
        (input.Attributes["type"], input.Attributes["id"], input.Attributes["name"], input.Attributes["value"]) = ("checkbox", Id, Name, "true");
        if (Value?.Split(',').Any(v => v.Equals("true", StringComparison.OrdinalIgnoreCase)) == true) input.Attributes["checked"] = "checked";
        var group = Group("checkbox");
        group.InnerHtml.AppendHtml(input).AppendHtml(label).AppendHtml(Messages());
        Become(output, group);
    }
}
