using Anef.SharedKernel.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Anef.SharedKernel.Dsfr;

/// <summary>Errors in the reader's language.</summary>
internal static class Words
{
    /// <summary>An error is said by key where its words are one; what the binder could not read has no words of ours.</summary>
    public static string Of(ModelError error, Say say) =>
        error.ErrorMessage is { Length: > 0 } words ? say.Find(words) ?? words : say["form.malformed"];
}
