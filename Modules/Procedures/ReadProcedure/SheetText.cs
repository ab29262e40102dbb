using System.Text.Json;
using System.Text.Json.Serialization;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.ReadProcedure;

/// <summary>A sheet as programs read it. Names and forms are kept: fields are added, never changed.</summary>
internal static class SheetText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    public static byte[] Write(Sheet sheet) => JsonSerializer.SerializeToUtf8Bytes(Of(sheet), Options);

    private static object Of(Sheet sheet) => new
    {
        on = sheet.Today,
        code = sheet.Procedure.Code,
        name = sheet.Procedure.Name,
        articles = sheet.Procedure.Articles.Select(Articles.Display),
        title = sheet.Procedure.Title,
        channel = new { online = sheet.Online, onlineSince = sheet.Procedure.OnlineFrom, alsoWithoutInternet = new[] { "counter", "welcomePoint", "post", "phone" } },
        window = new { id = sheet.Window.Id, words = sheet.Window.Words, article = sheet.Window.Article, opensBefore = Term(sheet.Window.Terms.Opens), closes = Term(sheet.Window.Terms.Closes), age = sheet.Window.Terms.Age },
        kinds = sheet.Kinds.Select(k => new
        {
            kind = k.Kind,
            fee = new { euros = k.Fee.Amount, detail = k.Fee.Detail, rule = k.Fee.Rule },
            silence = k.Silence is null ? null : new { refusedAfter = Term(k.Silence), rule = k.SilenceRule },
            provisional = k.Provisional is null ? null : new { documents = k.Provisional.Terms.Select(t => new { kind = JsonNamingPolicy.CamelCase.ConvertName($"{t.Kind}"), months = t.Months, days = t.Days }), rule = k.Provisional.Rule },
        }),
        documents = sheet.Documents,
        prefecture = sheet.Place is null ? null : Place(sheet.Place),
        delay = sheet.Delay,
        verified = sheet.Check is null ? null : new { on = sheet.Check.On, by = sheet.Check.By },
        stale = sheet.IsStale,
        doubt = sheet.Doubt,
        rules = sheet.Versions.Select(v => new { family = RuleFamilies.NameOf(v), version = v.Version, effectiveFrom = v.EffectiveFrom }),
        changedAt = sheet.ChangedAt,
    };

    private static object Place(SheetPlace place) => new
    {
        code = place.Prefecture.Code,
        name = place.Prefecture.Name,
        seat = place.Prefecture.Seat,
        address = place.Contact.Address,
        phone = place.Contact.Phone,
        hours = place.Contact.Hours,
        website = place.Contact.Website,
        local = place.Notices.Select(n => new { text = n.Words.Text, channel = n.Words.Channel, owner = n.Owner, writtenAt = n.WrittenAt, expiresOn = n.ExpiresOn, forAllProcedures = n.Procedure.Length == 0 }),
    };

    private static object? Term(Delay? delay) => delay is null ? null : new { months = delay.Months, days = delay.Days };
}
