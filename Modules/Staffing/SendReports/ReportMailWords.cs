using System.Net;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.Staffing.ExportReport;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.SendReports;

/// <summary>The mail: the figures of the whole in its words, those of each procedure beside it.</summary>
internal static class ReportMailWords
{
    public static OrganisationMail Write(Guid id, WorkloadReport report, Prefecture prefecture, string name, string address)
    {
        var title = $"{ReportFile.TitleOf(report)}, du {report.From:dd/MM/yyyy} au {report.To:dd/MM/yyyy}";
        var figures = Columns.Of(report).SelectMany(g => g.Columns).Select(c => (c.Header, Text: c.Text(report.Sum))).ToList();
        const string last = "Le fichier joint a les mêmes chiffres pour chaque démarche. La page « Rapports » les montre en graphiques et règle le jour et l'heure de cet envoi.";
        return new()
        {
            MailId = id,
            From = prefecture.MailFrom,
            FromName = $"Préfecture – {prefecture.Name}",
            To = address,
            ToName = name,
            Subject = title,
            Text = $"{title}\n\n{string.Join('\n', figures.Select(f => $"{f.Header} : {f.Text}"))}\n\n{last}\n",
            Html = $"<h1>{Html(title)}</h1><table>{string.Concat(figures.Select(f => $"<tr><th scope=\"row\" align=\"left\">{Html(f.Header)}</th><td align=\"right\">{Html(f.Text)}</td></tr>"))}</table><p>{Html(last)}</p>",
            Attachments = [new(ReportFile.NameOf(report, "csv"), "csv", ReportCsv.Write(report))],
        };
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
