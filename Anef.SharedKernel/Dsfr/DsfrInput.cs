using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-input asp-for="Email" label="…" type="email" autocomplete="email" /&gt;</c>: one line of text, a day, a number.</summary>
[HtmlTargetElement("dsfr-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrInput(Say say) : Field(say)
{
    /// <summary><c>text</c>; <c>date</c> for a day without being told.</summary>
    public string? Type { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Type ?? (For.ModelExplorer.ModelType == typeof(DateOnly) || For.ModelExplorer.ModelType == typeof(DateOnly?) ? "date" : "text");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(Errors.Count > 0 ? "fr-input fr-input--error" : "fr-input");
        Describe(input, output);
        (input.Attributes["id"], input.Attributes["name"], input.Attributes["type"]) = (Id, Name, type);
        if (type != "password" && Value is { Length: > 0 } value) input.Attributes["value"] = value;
        var group = Group("input");
        group.InnerHtml.AppendHtml(LabelFor(Id)).AppendHtml(input).AppendHtml(Messages());
        Become(output, group);
    }
}
