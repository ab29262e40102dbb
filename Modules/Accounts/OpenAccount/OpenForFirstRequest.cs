using Anef.Accounts.Codes;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.OpenAccount;

/// <summary>Somebody whom no file knows yet opens an account, to ask for a first permit. The person is registered when they file.</summary>
internal sealed class OpenForFirstRequest(OpeningDesk openings) : IUseCase<OpenForFirstRequest.Request, Guid>
{
    public sealed record Request(string FirstNames, string Surname, DateOnly Born, string Email, string Language);

    public Task<Guid> Handle(Request request, CancellationToken ct) =>
        openings.Promise(new($"{request.FirstNames.Trim()} {request.Surname.Trim()}", request.Email, request.Language, null, null, request.Born), null, ct);
}
