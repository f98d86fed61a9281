namespace OrderToCash.Collections;

/// <summary>
/// The words of one level in one language. It has no logic: <c>{{field}}</c> is replaced by a field of the letter, out of a
/// closed list: sender.name, recipient.name, asOf, level, amountDue, creditTotal, fee, total, payTo.
/// </summary>
public sealed record DunningTemplate
{
    /// <summary>Which levels use it.</summary>
    public required string TextKey { get; init; }

    /// <summary>The language, as BCP 47 writes it; <c>de</c> serves <c>de-CH</c> too.</summary>
    public required string Language { get; init; }

    /// <summary>The subject, in one line.</summary>
    public required string Subject { get; init; }

    /// <summary>What stands before the table; a line feed begins a paragraph.</summary>
    public required string Opening { get; init; }

    /// <summary>What stands after the table; a line feed begins a paragraph.</summary>
    public required string Closing { get; init; }
}
