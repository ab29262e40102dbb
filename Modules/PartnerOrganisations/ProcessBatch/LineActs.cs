using System.Globalization;
using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Microsoft.Extensions.Logging;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Does what a line asks for, under the situation's id: done again after a crash, it is done once.</summary>
internal sealed class LineActs(IActsForOthers acts, PrefectureCatalog prefectures, ILogger<LineActs> log)
{
    /// <returns>The judgement, as it is once that is done or refused.</returns>
    public async Task<Judgement> Do(Guid situation, Judgement judged, ReadLine line, DateTimeOffset receivedAt, IReadOnlyDictionary<string, MailFile> files, CancellationToken ct)
    {
        try
        {
            if (line.SafeContact && judged.Person is { SafeContact: false } person) await acts.ProtectContact(person.PersonId, ct);
            return judged.Act switch
            {
                LineAct.File => await File(situation, judged, line, receivedAt, files, ct),
                LineAct.Attach => await Attach(situation, judged, judged.Request!, line, files, ct),
                LineAct.ChangeGround => await Change(situation, judged, line, files, ct),
                _ => judged,
            };
        }
        catch (RuleBroken no)
        {
            return judged with { Status = LineStatus.NeedsInformation, Reason = "refusedByLaw", Words = Short(no.Message) };
        }
        // One line never holds the others back, whatever is wrong with it: somebody looks.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The act {Act} of {Case} failed", judged.Act, situation);
            return judged with { Status = LineStatus.Received, Reason = "notUnderstood", Words = "Un incident a empêché de faire ce que demande cette ligne : un agent s'en charge." };
        }
    }

    private async Task<Judgement> File(Guid situation, Judgement judged, ReadLine line, DateTimeOffset receivedAt, IReadOnlyDictionary<string, MailFile> files, CancellationToken ct)
    {
        var zone = prefectures.Of(judged.Prefecture!).TimeZone;
        var filed = await acts.File(LineKeys.ActId(situation, "file"), judged.Person!.PersonId, new(judged.Procedure!, null, null, receivedAt.DayIn(zone)), ct);
        var request = new RequestSought(filed.ApplicationId, filed.Number, judged.Procedure!, judged.Prefecture!, filed.OpensOn is null, true, false, null, []);
        if (filed.OpensOn is { } opens)
            return judged with { Status = LineStatus.Identified, Reason = "draftKept", Request = request, Closed = true, Words = string.Create(CultureInfo.InvariantCulture, $"Il est trop tôt pour déposer : un brouillon est gardé, il pourra l'être à partir du {opens:dd/MM/yyyy}.") };
        var done = judged with { Request = request, Words = $"La demande est déposée sous le numéro {filed.Number}." };
        if (line.Documents.Count == 0) return done;
        var attached = await Attach(situation, done, request, line, files, ct);
        return attached.Status == LineStatus.Identified ? done : attached with { Words = $"{done.Words} {attached.Words}" };
    }

    private async Task<Judgement> Change(Guid situation, Judgement judged, ReadLine line, IReadOnlyDictionary<string, MailFile> files, CancellationToken ct)
    {
        await acts.ChangeGround(LineKeys.ActId(situation, $"ground {judged.Procedure}"), judged.Request!.ApplicationId, judged.Procedure, null, ct);
        if (line.Documents.Count == 0) return judged;
        var attached = await Attach(situation, judged, judged.Request, line, files, ct);
        return attached.Status == LineStatus.Identified ? judged : attached;
    }

    private async Task<Judgement> Attach(Guid situation, Judgement judged, RequestSought request, ReadLine line, IReadOnlyDictionary<string, MailFile> files, CancellationToken ct)
    {
        var refused = new List<string>();
        foreach (var name in line.Documents)
            if (!files.TryGetValue(name, out var file)) refused.Add($"{name} n'est pas joint.");
            else if (file.Fault is not null) refused.Add($"{name} n'est pas un fichier accepté.");
            else if (await Refusal(situation, request, line, file, ct) is { } why) refused.Add($"{name} : {why}");
        return refused.Count == 0 ? judged with { Status = LineStatus.Identified, Reason = "attached", Closed = true }
            : judged with { Status = LineStatus.NeedsInformation, Reason = "documentRefused", Words = Short(string.Join(' ', refused)) };
    }

    private async Task<string?> Refusal(Guid situation, RequestSought request, ReadLine line, MailFile file, CancellationToken ct)
    {
        try
        {
            await acts.Attach(LineKeys.ActId(situation, $"attach {file.Name} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Content))}"), request.ApplicationId, CodeOf(request, line, file.Name), file.Name, file.Content, ct);
            return null;
        }
        catch (RuleBroken no)
        {
            return no.Message;
        }
    }

    /// <summary>Which document of the file it is: what its name says, else the only one that is awaited; else one more, that an officer names.</summary>
    private static string CodeOf(RequestSought request, ReadLine line, string name)
    {
        var folded = LineKeys.Folded(Path.GetFileNameWithoutExtension(name));
        return line.Others.GetValueOrDefault("document")?.Trim().ToUpperInvariant() is { Length: > 0 and <= 20 } said ? said
            : request.Awaited.FirstOrDefault(code => folded.Contains(LineKeys.Folded(code), StringComparison.Ordinal))
            ?? (request.Awaited is [var only] ? only : "AUTRE");
    }

    private static string Short(string words) => words.Length > 400 ? words[..400] : words;
}
