using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.NoteOnFile;

/// <summary>What agents write down for one another about a file, or a contact that the person had with the service.</summary>
internal sealed class FileNote
{
    public const int Longest = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public Guid AccountId { get; init; }

    public string Author { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary><c>note</c>; <c>phone</c>, <c>counter</c>, <c>mail</c> for a contact.</summary>
    public string Kind { get; init; } = "note";

    public string Text { get; init; } = "";
}

internal sealed class FileNoteMapping : IEntityTypeConfiguration<FileNote>
{
    public void Configure(EntityTypeBuilder<FileNote> builder)
    {
        builder.ToTable("notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(20);
        builder.Property(n => n.Text).HasMaxLength(FileNote.Longest);
        builder.HasIndex(n => new { n.ApplicationId, n.At });
    }
}
