namespace Anef.Procedures.Domain;

/// <summary>The rules as they are known now: those the program is born with and those published since.</summary>
internal interface IRules
{
    /// <summary>Cheap: answers are given from memory.</summary>
    RuleBook Current { get; }

    /// <summary>Takes in what was published.</summary>
    void Refresh();
}
