namespace OrderToCash.Invoicing;

/// <summary>One rule that a document breaks.</summary>
public sealed record RuleFinding
{
    /// <summary>The official id (<c>BR-CO-10</c>); <c>O2C-*</c> for the exact arithmetic of this library.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it weighs.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>The business term or group it is about (<c>BT-131</c>).</summary>
    public required string Term { get; init; }

    /// <summary>Where, as a path in the <see cref="InvoiceDocument"/>: <c>lines[3].net</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong, with the figures: what was expected and what was found.</summary>
    public required string Message { get; init; }

    /// <summary><c>BR-CO-10 (Fatal) at totals.lineNet: ...</c></summary>
    public override string ToString() => $"{Rule} ({Severity}) at {Path}: {Message}";
}
