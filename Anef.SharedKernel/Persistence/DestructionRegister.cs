using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.SharedKernel.Persistence;

/// <summary>Writes the register of destruction, in the transaction of the destruction itself.</summary>
public static class DestructionRegister
{
    private const int Batch = 200;

    /// <summary>Destroys rows batch by batch, each with its line of the register in one save: stopped anywhere, it goes on where it was.</summary>
    /// <param name="due">What is at its end; what was destroyed is no longer in it.</param>
    public static async Task DestroyAll<T>(this ModuleDb db, RetentionRule rule, DateOnly on, IOrderedQueryable<T> due, CancellationToken ct) where T : class
    {
        while (true)
        {
            var rows = await due.Take(Batch).ToListAsync(ct);
            db.RemoveRange(rows);
            await db.Register(rule, on, rows.Count, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (rows.Count < Batch) return;
        }
    }

    /// <summary>Adds to the line of that day; the next save writes it with what is destroyed.</summary>
    public static async Task Register(this ModuleDb db, RetentionRule rule, DateOnly on, int count, CancellationToken ct)
    {
        if (count == 0) return;
        var lines = db.Set<Destruction>();
        var line = lines.Local.FirstOrDefault(d => d.Thing == rule.Thing && d.On == on && d.RuleVersion == rule.Rule.Version)
            ?? await lines.SingleOrDefaultAsync(d => d.Thing == rule.Thing && d.On == on && d.RuleVersion == rule.Rule.Version, ct);
        if (line is null) lines.Add(line = new() { Thing = rule.Thing, On = on, RuleVersion = rule.Rule.Version, Article = rule.Rule.Article });
        line.Count += count;
    }
}
