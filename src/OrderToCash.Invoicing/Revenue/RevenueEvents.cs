using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What happens to the deferred revenue of an invoice.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RevenueDeferred), "revenue.deferred")]
[JsonDerivedType(typeof(RevenuePerformed), "revenue.performed")]
[JsonDerivedType(typeof(RevenueReleased), "revenue.released")]
public abstract record RevenueEvent
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>An invoice was posted over what is still to be performed.</summary>
public sealed record RevenueDeferred : RevenueEvent
{
    /// <summary>What becomes revenue when, by line and day.</summary>
    public required EquatableArray<RevenueRelease> Releases { get; init; }
}

/// <summary>The performance of a line has a day now.</summary>
public sealed record RevenuePerformed : RevenueEvent
{
    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>A deferred part became revenue.</summary>
public sealed record RevenueReleased : RevenueEvent
{
    /// <summary>Which release, by its position from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The business day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>How much; zero where credit notes had taken all of it back.</summary>
    public required Money Amount { get; init; }
}
