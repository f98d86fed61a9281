using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to receivables that were assigned to a factor.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ReceivablesAssigned), "factoring.assigned")]
[JsonDerivedType(typeof(AssignmentFunded), "factoring.funded")]
[JsonDerivedType(typeof(FactoredItemCollected), "factoring.collected")]
[JsonDerivedType(typeof(FactoredMoneyPassedOn), "factoring.passed-on")]
[JsonDerivedType(typeof(FactoredMoneyRecalled), "factoring.recalled")]
[JsonDerivedType(typeof(FactorPaid), "factoring.factor-paid")]
[JsonDerivedType(typeof(FactoringReserveReleased), "factoring.reserve-released")]
[JsonDerivedType(typeof(FactoredItemReturned), "factoring.returned")]
public abstract record FactoringEvent
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What it changed on the factor's account.</summary>
    public required FactorBalance Movement { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Receivables went over to a factor.</summary>
public sealed record ReceivablesAssigned : FactoringEvent
{
    /// <summary>What was agreed.</summary>
    public required FactoringFacts Facts { get; init; }

    /// <summary>The receivables.</summary>
    public required EquatableArray<FactoredLine> Lines { get; init; }
}

/// <summary>The factor paid the advance out, less fee and interest.</summary>
public sealed record AssignmentFunded : FactoringEvent
{
    /// <summary>The advance of each line, in their order.</summary>
    public required EquatableArray<Money> Advances { get; init; }

    /// <summary>The fee.</summary>
    public required Money Fee { get; init; }

    /// <summary>The interest.</summary>
    public required Money Interest { get; init; }
}

/// <summary>The debtor paid the factor, or the factor covers it.</summary>
public sealed record FactoredItemCollected : FactoringEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}

/// <summary>The debtor paid us, and the money is the factor's.</summary>
public sealed record FactoredMoneyPassedOn : FactoringEvent
{
    /// <summary>The item it is for.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>The application that used it.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}

/// <summary>Money that was passed on is the debtor's again: it bounced, or was not for this receivable.</summary>
public sealed record FactoredMoneyRecalled : FactoringEvent
{
    /// <summary>The item it was for.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The application that had used it.</summary>
    public required ItemApplicationId Application { get; init; }
}

/// <summary>We paid the factor: money passed on, advances of what came back.</summary>
public sealed record FactorPaid : FactoringEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}

/// <summary>The factor paid what he had kept back.</summary>
public sealed record FactoringReserveReleased : FactoringEvent
{
    /// <summary>How much, charges included.</summary>
    public required Money Amount { get; init; }

    /// <summary>What he kept of it.</summary>
    public required Money Charges { get; init; }
}

/// <summary>A receivable came back, with its original due date.</summary>
public sealed record FactoredItemReturned : FactoringEvent
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Why.</summary>
    public required FactoringReturnReason Reason { get; init; }
}
