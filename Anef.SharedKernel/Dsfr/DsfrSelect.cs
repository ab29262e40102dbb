using System.Text.Encodings.Web;
using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-select asp-for="Prefecture" label="…" items="Model.Prefectures" /&gt;</c>: one of many.</summary>
[HtmlTargetElement("dsfr-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrSelect(Say say, HtmlEncoder encoder) : Field(say)
{
    /// <summary>Values with their words.</summary>
    public IEnumerable<(string Value, string Words)> Items { get; set; } = [];

    /// <summary>Words of the empty choice; a word of the language's own unless said.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = new TagBuilder("select");
        select.AddCssClass(Errors.Count > 0 ? "fr-select fr-select--error" : "fr-select");
        Describe(select, output);
        (select.Attributes["id"], select.Attributes["name"]) = (Id, Name);
        var chosen = Value ?? "";
        Add(select, "", Empty ?? Say["form.choose"], chosen);
        if (Items is Choices lasting && chosen.Length == 0) select.InnerHtml.AppendHtml(lasting.Html(encoder));
        else foreach (var (value, words) in Items) Add(select, value, words, chosen);
        var group = Group("select");
        group.InnerHtml.AppendHtml(LabelFor(Id)).AppendHtml(select).AppendHtml(Messages());
        Become(output, group);
    }
    private static void Add(TagBuilder select, string value, string words, string chosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = value;
        if (value == chosen) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(words);
        select.InnerHtml.AppendHtml(option);
    }
}
