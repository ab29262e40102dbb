namespace Anef.Tests.Browser;

/// <summary>Files a request, whatever the language: fields are known by their names.</summary>
internal static class Filing
{
    /// <summary>From the first step of somebody's first request to its confirmation.</summary>
    public static async Task ToTheEnd(Visit visit)
    {
        await visit.Send();
        await ToTheCheck(visit, () => visit.Choose("Held", "no"));
        await visit.Send();
        await visit.Page.WaitForURLAsync("**/confirmation");
    }

    /// <summary>From what somebody may ask for, with a card that ran out, to the last page before filing.</summary>
    public static async Task LateToTheCheck(Visit visit)
    {
        await visit.Send();
        await ToTheCheck(visit, async () =>
        {
            await visit.Choose("Held", "yes");
            await visit.Page.Locator("#HeldProcedure").SelectOptionAsync("CJF");
            await visit.Fill(("HeldFrom", Day(-384)), ("HeldUntil", Day(-20)), ("HeldNumber", "FR1234567890"));
        });
    }

    /// <summary>So many days from today, as a date field takes it.</summary>
    public static string Day(int days) => $"{TimeProvider.System.GetUtcNow().AddDays(days):yyyy-MM-dd}";

    private static async Task ToTheCheck(Visit visit, Func<Task> situation)
    {
        await situation();
        await visit.Send();
        if (await visit.Page.Locator("#Surname").CountAsync() > 0) await visit.Fill(("Surname", "Sarr"), ("FirstNames", "Bintou"), ("Born", "1995-04-03"), ("Nationality", "SN"));
        await visit.Send();
        await visit.Fill(("Email", "bintou@example.org"), ("Address", "3 rue des Lilas"), ("Postcode", "93200"), ("Commune", "Saint-Denis"));
        await visit.Send();
        await visit.Page.Locator("#Prefecture").SelectOptionAsync("93");
        await visit.Send();
        await visit.Go(new Uri(visit.Page.Url).AbsolutePath.Replace("/documents", "/verifier", StringComparison.Ordinal));
    }
}
