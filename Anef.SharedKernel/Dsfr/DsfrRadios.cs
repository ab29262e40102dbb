using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-radios asp-for="Kind" label="…" items="Model.Kinds" /&gt;</c>: one of a few, all in sight. With <c>many</c>, several: boxes to tick.</summary>
[HtmlTargetElement("dsfr-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrRadios(Say say) : Field(say)
{
    /// <summary>Values with their words, and a hint where one helps.</summary>
    public IEnumerable<(string Value, string Words, string? Hint)> Items { get; set; } = [];

    /// <summary>Several may be chosen; the property is then a list of texts.</summary>
    public bool Many { get; set; }

    /// <summary>Side by side.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fieldset = new TagBuilder("fieldset");
        fieldset.AddCssClass(Errors.Count > 0 ? "fr-fieldset fr-fieldset--error" : "fr-fieldset");
        fieldset.Attributes["id"] = Id;
        fieldset.Attributes["aria-labelledby"] = $"{Id}-legend {Id}-messages";
        var legend = new TagBuilder("legend");
        legend.AddCssClass("fr-fieldset__legend fr-fieldset__legend--regular");
        legend.Attributes["id"] = $"{Id}-legend";
        Title(legend);
        fieldset.InnerHtml.AppendHtml(legend);
        var chosen = Chosen();
        foreach (var (item, index) in Items.Select((item, index) => (item, index)))
            fieldset.InnerHtml.AppendHtml(Choice(item, $"{Id}-{index}", chosen.Contains(item.Value)));
        fieldset.InnerHtml.AppendHtml(Messages());
        output.Attributes.Clear();
        Become(output, fieldset);
    }

    private HashSet<string> Chosen()
    {
        if (View.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            return [.. entry.RawValue as string[] ?? [$"{entry.RawValue}"]];
        return For.Model is IEnumerable<string> several ? [.. several] : [Value ?? ""];
    }

    private TagBuilder Choice((string Value, string Words, string? Hint) item, string id, bool chosen)
    {
        var kind = Many ? "checkbox" : "radio";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (input.Attributes["type"], input.Attributes["id"], input.Attributes["name"], input.Attributes["value"]) = (kind, id, Name, item.Value);
        if (chosen) input.Attributes["checked"] = "checked";
        if (!Many && !Optional) input.Attributes["required"] = "required";
        var label = new TagBuilder("label");
        label.AddCssClass("fr-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(item.Words);
        if (item.Hint is { } words)
        {
            var hint = new TagBuilder("span");
            hint.AddCssClass("fr-hint-text");
            hint.InnerHtml.Append(words);
            label.InnerHtml.AppendHtml(hint);
        }
        var group = new TagBuilder("div");
        group.AddCssClass($"fr-{kind}-group");
        group.InnerHtml.AppendHtml(input).AppendHtml(label);
        var element = new TagBuilder("div");
        element.AddCssClass(Inline ? "fr-fieldset__element fr-fieldset__element--inline" : "fr-fieldset__element");
        element.InnerHtml.AppendHtml(group);
        return element;
    }
}
