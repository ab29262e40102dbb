using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

/// <summary>Keeps the words by which people are found in line with their names, in the save of the change.</summary>
/// <remarks>A prefecture that a person has left still finds them: it keeps what it decided.</remarks>
internal static class NameIndex
{
    public static async Task Follow(ApplicationsDb db, EntityEntry<Person> entry, CancellationToken ct)
    {
        var person = entry.Entity;
        if (entry.State == EntityState.Added)
        {
            db.AddRange(person.Words.Select(word => new PersonWord(person.Id, person.Prefecture, word)).Except(db.Words.Local));
            return;
        }
        if (!entry.Property(p => p.Name).IsModified && !entry.Property(p => p.Prefecture).IsModified) return;
        var known = await db.Words.Where(w => w.PersonId == person.Id).ToListAsync(ct);
        var wanted = known.Select(w => w.Prefecture).Append(person.Prefecture).Distinct()
            .SelectMany(prefecture => person.Words.Select(word => new PersonWord(person.Id, prefecture, word))).ToList();
        db.RemoveRange(known.Except(wanted));
        db.AddRange(wanted.Except(known));
    }
}

internal sealed class PersonWordMapping : IEntityTypeConfiguration<PersonWord>
{
    public void Configure(EntityTypeBuilder<PersonWord> builder)
    {
        builder.ToTable("words");
        builder.HasKey(w => new { w.PersonId, w.Prefecture, w.Word });
        builder.Property(w => w.Prefecture).HasMaxLength(4);
        builder.Property(w => w.Word).HasMaxLength(NameWords.Longest);
        builder.HasIndex(w => new { w.Prefecture, w.Word, w.PersonId });
    }
}
