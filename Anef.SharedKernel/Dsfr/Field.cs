using System.Globalization;
using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary>What every field has: a label, a hint, its value as posted, and what is wrong with it, tied together for those who do not see.</summary>
/// <param name="say">The reader's language; words of errors may be keys of its file.</param>
public abstract class Field(Say say) : TagHelper
{
    /// <summary>The property of the page that it fills.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Words above it.</summary>
    public string Label { get; set; } = "";

    /// <summary>Words under the label: form expected, where to find it.</summary>
    public string? Hint { get; set; }

    /// <summary>May be left empty; every other field may not, and says nothing of it.</summary>
    public bool Optional { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Name in the form.</summary>
    protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>Id in the page; the list of errors links to it.</summary>
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>As typed, where the page is shown again; else as it is.</summary>
    protected string? Value => View.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Written(For.Model);

    /// <summary>What is wrong with it, in the reader's language.</summary>
    protected IReadOnlyList<string> Errors => View.ModelState.TryGetValue(Name, out var entry) ? [.. entry.Errors.Select(e => Words.Of(e, say))] : [];

    /// <summary>The words of the reader's language.</summary>
    protected Say Say => say;

    /// <summary>The box around a field.</summary>
    protected TagBuilder Group(string kind)
    {
        var group = new TagBuilder("div");
        group.AddCssClass($"fr-{kind}-group");
        if (Errors.Count > 0) group.AddCssClass($"fr-{kind}-group--error");
        return group;
    }

    /// <summary>Label and hint.</summary>
    protected TagBuilder LabelFor(string id, string css = "fr-label")
    {
        var label = new TagBuilder("label");
        label.AddCssClass(css);
        label.Attributes["for"] = id;
        Title(label);
        return label;
    }

    /// <summary>The words of the label with the hint, in a label or a legend.</summary>
    protected void Title(TagBuilder label)
    {
        label.InnerHtml.Append(Optional ? $"{Label} {say["form.optional"]}" : Label);
        if (Hint is null) return;
        var hint = new TagBuilder("span");
        hint.AddCssClass("fr-hint-text");
        hint.InnerHtml.Append(Hint);
        label.InnerHtml.AppendHtml(hint);
    }

    /// <summary>Where errors are said; always there, so that it is announced when it fills.</summary>
    protected TagBuilder Messages()
    {
        var group = new TagBuilder("div");
        group.AddCssClass("fr-messages-group");
        group.Attributes["id"] = $"{Id}-messages";
        group.Attributes["aria-live"] = "polite";
        foreach (var error in Errors)
        {
            var line = new TagBuilder("p");
            line.AddCssClass("fr-message fr-message--error");
            line.InnerHtml.Append(error);
            group.InnerHtml.AppendHtml(line);
        }
        return group;
    }

    /// <summary>Attributes that a control shares with all others, and those that the page wrote on the tag.</summary>
    protected void Describe(TagBuilder control, TagHelperOutput output)
    {
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        control.Attributes["aria-describedby"] = $"{Id}-messages";
        if (!Optional) control.Attributes["required"] = "required";
        if (Errors.Count > 0) control.Attributes["aria-invalid"] = "true";
        output.Attributes.Clear();
    }

    /// <summary>Takes the tag's place.</summary>
    protected static void Become(TagHelperOutput output, TagBuilder group)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(group);
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
