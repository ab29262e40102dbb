using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Anef.Attestations.Verify;

/// <summary>The answer, for people.</summary>
[OpenToAll]
[EnableRateLimiting(VerificationServices.Limit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AnswerPage(IUseCase<VerifyAttestation.Request, VerifyAttestation.Response> verify, Say say, TimeProvider clock) : PageModel
{
    public AnswerWords Words { get; private set; } = null!;

    public VerifyAttestation.Response Answer { get; private set; } = null!;

    public DateTimeOffset AskedAt { get; private set; }

    public async Task OnGetAsync(string number, CancellationToken ct)
    {
        Answer = await verify.Handle(new(number), ct);
        Words = AnswerWords.Of(Answer, say);
        AskedAt = clock.GetUtcNow();
    }
}
