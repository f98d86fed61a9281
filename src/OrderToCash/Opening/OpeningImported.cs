namespace OrderToCash;

/// <summary>Open items of the old books were taken over, and what was found wrong with the rest.</summary>
public sealed record OpeningImported
{
    /// <summary>The command that did it.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The day the books begin.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>How many items were new.</summary>
    public required int NewItems { get; init; }

    /// <summary>How many rows had been taken over before.</summary>
    public required int AlreadyThere { get; init; }

    /// <summary>How many findings there were: rows that stayed out, control totals that are not met.</summary>
    public required int Findings { get; init; }

    /// <summary>Who brought them.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
