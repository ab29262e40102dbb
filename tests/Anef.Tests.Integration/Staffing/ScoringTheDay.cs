using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Staffing;

public sealed class ScoringTheDay(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task The_database_gives_the_points_that_the_program_shows()
    {
        await using var house = await Build();
        var today = house.Clock.Today(CivilTime.Paris).DayNumber;
        var lot = new Random(5);
        await using (var scope = house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            await db.BulkInsert(Enumerable.Range(0, 400).Select(i => MadeUp.File(i, lot, today)).ToList(), default);
        }
        await house.Day(CivilTime.Paris);
        await using var looked = house.Scope();
        var files = await looked.ServiceProvider.GetRequiredService<StaffingDb>().Files.AsNoTracking().Where(f => f.Open).ToListAsync();
        Assert.That(files, Has.Count.GreaterThan(300));
        foreach (var file in files)
        {
            var (score, onTop) = (file.Score, file.OnTop);
            Scores.Set(file, today, new());
            Assert.That((score, onTop), Is.EqualTo((file.Score, file.OnTop)), $"cover {file.CoverEndDay - today}, legal {file.LegalDay - today}, since {file.SinceDay - today}");
        }
    }
}

/// <summary>Files as no module knows them, to order.</summary>
internal static class MadeUp
{
    public static WorkFile File(int i, Random lot, int today, string prefecture = "93") => new()
    {
        Id = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), Number = $"{prefecture}-{i:D6}", Prefecture = prefecture, Zone = CivilTime.Paris, Procedure = "CJF", Kind = "renewal", Channel = "online", Language = "fr",
        FiledAt = new DateTimeOffset(DateOnly.FromDayNumber(today - 200), TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(lot.Next(100_000)), Step = (Step)lot.Next(7), Open = i % 10 != 0, InDanger = lot.Next(9) == 0,
        AtWork = lot.Next(2) == 0, Beneficiary = lot.Next(5) == 0, SinceDay = today - lot.Next(500) + 2, CoverEndDay = lot.Next(3) == 0 ? null : today - 30 + lot.Next(150), LegalDay = lot.Next(3) == 0 ? null : today - 30 + lot.Next(120),
        ScoredDay = today - 1,
    };
}
