using Anef.Applications.AttachToDraft;
using Anef.Applications.SaveDraft;
using Anef.Applications.StartDraft;
using Anef.SharedKernel.Security;

namespace Anef.Tests.Unit.Applications;

internal sealed partial class Desk
{
    public static Visitor Applicant(Guid? person) => new(Guid.CreateVersion7(), "Awa Diallo", person, [new(Role.Applicant, null)]);

    public static Visitor Agent(Role role, string? prefecture) => new(Guid.CreateVersion7(), $"Agent {prefecture}", null, [new(role, prefecture)]);

    /// <summary>Somebody who is known, and who asks from now on.</summary>
    public async Task<Guid> SignInAsHolder(string until = "2026-09-30")
    {
        var person = await Register(Holder(until));
        Visitor = Applicant(person);
        return person;
    }

    /// <summary>A draft of somebody who was never here, filled in to the last step.</summary>
    public async Task<Guid> DraftOfAStranger(string procedure = "CJF", string? kind = "first")
    {
        if (!Visitor.IsKnown) Visitor = Applicant(null);
        var draft = await Ask<StartDraft.Request, Guid>(new(procedure, kind));
        await Save(draft, "situation", ("held", "no"));
        await Save(draft, "identity", ("surname", "Nguyen"), ("firstNames", "Linh"), ("born", "1995-04-03"), ("nationality", "VN"));
        await Save(draft, "contact", ("address", "3 rue des Lilas"), ("postcode", "75011"), ("commune", "Paris"));
        await Save(draft, "place", ("prefecture", "75"));
        return draft;
    }

    public Task<Guid> Attach(Guid draft, string document, byte[] content) => Ask<AttachToDraft.Request, Guid>(new(draft, document, new MemoryStream(content), "scan.pdf"));

    /// <summary>Saves a step for the first time.</summary>
    public Task Save(Guid draft, string step, params (string Field, string Answer)[] answers) =>
        Do(new SaveDraft.Request(draft, step, answers.ToDictionary(a => a.Field, a => (string?)a.Answer), 0));
}
