using Anef.Accounts.Domain;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.RecoverAccount;

/// <summary>Somebody without a mailbox gets a code on paper, at a counter.</summary>
internal sealed class PrintSheet(Counter counter) : IUseCase<PrintSheet.Request, SheetOfPaper>
{
    public sealed record Request(PersonAtCounter Person);

    public async Task<SheetOfPaper> Handle(Request request, CancellationToken ct)
    {
        var person = await counter.Person(request.Person, ct);
        var account = await counter.AccountOf(person, request.Person.ForeignerNumber, ct);
        var sheet = counter.Sheet(person, account);
        await counter.Finish(account, person.PersonId, JournalKind.SheetPrinted, "sheet", ct);
        return sheet;
    }
}
