using System.ComponentModel.DataAnnotations;
using Anef.Applications.RestrictFile;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.ReadFile;

/// <summary>What can be done to the file but deciding it.</summary>
internal sealed partial class FilePage
{
    [BindProperty] public List<string> Ask { get; set; } = [];

    [BindProperty] public string? AskOther { get; set; }

    [BindProperty] public DateOnly? AskDue { get; set; }

    [BindProperty, StringLength(1000, ErrorMessage = "La raison tient en 1000 caractères.")] public string? AskReason { get; set; }

    [BindProperty] public List<string> Received { get; set; } = [];

    [BindProperty] public DateOnly? ReceivedOn { get; set; }

    [BindProperty] public string? NewProcedure { get; set; }

    [BindProperty] public string? NewGround { get; set; }

    [BindProperty] public string? MoveTo { get; set; }

    [BindProperty] public string? CloseReason { get; set; }

    [BindProperty] public string? NoteText { get; set; }

    [BindProperty] public string? NoteKind { get; set; } = "note";

    [BindProperty] public string? MessageText { get; set; }

    [BindProperty] public Guid? Reader { get; set; }

    public Task<IActionResult> OnPostAskAsync([FromServices] IUseCase<RequestDocuments.RequestDocuments.Request, Done> ask, CancellationToken ct) =>
        Work("ask", file => ask.Handle(new(file.Id, [.. Ask.Append(AskOther ?? "").Where(c => c.Length > 0).Distinct()], AskDue, AskReason ?? ""), ct), ct);

    public Task<IActionResult> OnPostReceiveAsync([FromServices] IUseCase<SupplyDocuments.SupplyDocuments.Request, Done> receive, CancellationToken ct) =>
        Work("receive", file => receive.Handle(new(file.Id, Received, ReceivedOn), ct), ct);

    public Task<IActionResult> OnPostConfirmAsync([FromServices] IUseCase<ConfirmComplete.ConfirmComplete.Request, Done> confirm, CancellationToken ct) =>
        Work("confirm", file => confirm.Handle(new(file.Id), ct), ct);

    public Task<IActionResult> OnPostRequalifyAsync([FromServices] IUseCase<ChangeGround.ChangeGround.Request, Done> change, CancellationToken ct) =>
        Work("requalify", file => change.Handle(new(file.Id, NewProcedure ?? throw Choose("Choisissez la démarche."), Blank(NewGround), Requalified: true), ct), ct);

    public Task<IActionResult> OnPostGroundAsync([FromServices] IUseCase<ChangeGround.ChangeGround.Request, Done> change, CancellationToken ct) =>
        Work("ground", file => change.Handle(new(file.Id, null, Blank(NewGround) ?? throw Choose("Écrivez l'article du nouveau fondement."), Requalified: false), ct), ct);

    public Task<IActionResult> OnPostOfferAsync([FromServices] IUseCase<MovePerson.MovePerson.Request, Done> move, CancellationToken ct) =>
        Work("offer", file => move.Handle(new(file.PersonId, MoveTo ?? throw Choose("Choisissez la préfecture.")), ct), ct);

    public Task<IActionResult> OnPostAcceptAsync([FromServices] IUseCase<MovePerson.AcceptTransfer.Request, Done> accept, CancellationToken ct) =>
        Work("accept", file => accept.Handle(new(file.Id, file.OfferedTo is { } to && visitor.Serves(to, Access.FileRules.Officers) ? to : throw Choose("Ce dossier n'est pas proposé à votre préfecture.")), ct), ct);

    public Task<IActionResult> OnPostCommissionAsync([FromServices] IUseCase<SeizeCommission.SeizeCommission.Request, Done> seize, CancellationToken ct) =>
        Work("commission", file => seize.Handle(new(file.Id), ct), ct);

    public Task<IActionResult> OnPostCivilStatusAsync([FromServices] IUseCase<ReceiveCivilStatus.ReceiveCivilStatus.Request, Done> receive, CancellationToken ct) =>
        Work("civil-status", file => receive.Handle(new(file.Id, Definitive: true), ct), ct);

    public Task<IActionResult> OnPostReadyAsync([FromServices] IUseCase<HandOverCard.RecordCardReady.Request, Done> ready, CancellationToken ct) =>
        Work("card-ready", file => ready.Handle(new(file.Id), ct), ct);

    public Task<IActionResult> OnPostHandOverAsync([FromServices] IUseCase<HandOverCard.HandOverCard.Request, Done> handOver, CancellationToken ct) =>
        Work("hand-over", file => handOver.Handle(new(file.Id), ct), ct);

    public Task<IActionResult> OnPostCloseAsync([FromServices] IUseCase<CloseApplication.CloseApplication.Request, Done> close, CancellationToken ct) =>
        Work("close", file => close.Handle(new(file.Id, CloseReason ?? throw Choose("Choisissez le motif de clôture.")), ct), ct);

    public Task<IActionResult> OnPostNoteAsync([FromServices] IUseCase<NoteOnFile.NoteOnFile.Request, Done> note, CancellationToken ct) =>
        Work("note", file => note.Handle(new(file.Id, NoteText ?? "", NoteKind ?? ""), ct), ct, whatever: true);

    public async Task<IActionResult> OnPostMessageAsync([FromServices] IUseCase<WriteMessage.WriteMessage.Request, Guid> write, CancellationToken ct)
    {
        await write.Handle(new(Number, MessageText ?? ""), ct);
        return Back("message");
    }

    public Task<IActionResult> OnPostUnnameAsync([FromServices] IUseCase<NameReader.Request, Done> name, CancellationToken ct) => Name(name, null, "unname", ct);

    public async Task<IActionResult> OnPostNameAsync([FromServices] IUseCase<NameReader.Request, Done> name, CancellationToken ct)
    {
        var agent = (await Agents(ct)).FirstOrDefault(a => a.AccountId == Reader) ?? throw Choose("Choisissez un agent de la préfecture.");
        return await Name(name, agent.Name, "name", ct);
    }

    private async Task<IActionResult> Name(IUseCase<NameReader.Request, Done> name, string? who, string what, CancellationToken ct)
    {
        await name.Handle(new(Number, Reader ?? throw Choose("Choisissez un agent."), who), ct);
        // Whoever takes their own name off stands outside.
        return who is null && Reader == visitor.AccountId ? Redirect("/agents/dossiers") : Back(what);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
