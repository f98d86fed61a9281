namespace OrderToCash.Receivables;

/// <summary>What a factor pays out; what is null is worked out from the terms.</summary>
public sealed record FundingFacts
{
    /// <summary>The id of the entry.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>The day of the bank.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The advance, fee and interest included.</summary>
    public Money? Advance { get; init; }

    /// <summary>The fee.</summary>
    public Money? Fee { get; init; }

    /// <summary>The interest.</summary>
    public Money? Interest { get; init; }

    /// <summary>The rate of the day; null in the functional currency.</summary>
    public ExchangeRate? Rate { get; init; }
}
