using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anef.SharedKernel.Dsfr;

/// <summary><c>&lt;dsfr-stepper step="2" of="7" title="…" next="…" /&gt;</c>: where one is in a long form. Its title is the page's first heading.</summary>
[HtmlTargetElement("dsfr-stepper", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsfrStepper(Say say) : TagHelper
{
    /// <summary>From 1.</summary>
    public int Step { get; set; }

    /// <summary>How many there are, 8 at most.</summary>
    public int Of { get; set; }

    /// <summary>What this step asks.</summary>
    public string Title { get; set; } = "";

    /// <summary>Title of the next one; null at the last.</summary>
    public string? Next { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fr-stepper");
        output.Content.AppendHtml("<h1 class=\"fr-stepper__title\">").Append(Title).AppendHtml("<span class=\"fr-stepper__state\">")
            .Append(say["form.step", ("step", Step), ("of", Of)]).AppendHtml("</span></h1>")
            .AppendHtml($"<div class=\"fr-stepper__steps\" data-fr-current-step=\"{Step}\" data-fr-steps=\"{Of}\"></div>");
        if (Next is not null)
            output.Content.AppendHtml("<p class=\"fr-stepper__details\"><span class=\"fr-text--bold\">").Append(say["form.next"]).AppendHtml("</span> ").Append(Next).AppendHtml("</p>");
    }
}
