using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Attestations.Verify;

/// <summary>Asks for the number.</summary>
[OpenToAll]
internal sealed class VerifierPage : PageModel
{
    [BindProperty(SupportsGet = true, Name = "numero")]
    public string? Number { get; set; }

    /// <remarks>The answer has an address of its own, the one that the square code opens.</remarks>
    public IActionResult OnGet() => string.IsNullOrWhiteSpace(Number) ? Page() : Redirect($"/verifier/{Uri.EscapeDataString(Number.Trim())}");
}
