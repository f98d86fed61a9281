using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Assigns receivables of one debtor to a factor.</summary>
public sealed record AssignReceivables : Command
{
    /// <summary>What was agreed.</summary>
    public required FactoringFacts Facts { get; init; }

    /// <summary>The invoices; all that is open of each.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }
}

/// <summary>Books the advance; what is not said is worked out from the terms.</summary>
public sealed record FundAssignment : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The day of the bank.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The advance, fee and interest included.</summary>
    public Money? Advance { get; init; }

    /// <summary>The fee.</summary>
    public Money? Fee { get; init; }

    /// <summary>The interest.</summary>
    public Money? Interest { get; init; }
}

/// <summary>The factor reports that a debtor paid him, or covers what he did not pay.</summary>
public sealed record CollectFactored : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Money a debtor paid us is the factor's.</summary>
public sealed record PassOnToFactor : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The item it is for.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Money that was passed on is the debtor's again.</summary>
public sealed record RecallFromFactor : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The item it was for.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>The application that had passed it on.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>We pay the factor.</summary>
public sealed record PayFactor : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The factor pays what he had kept back.</summary>
public sealed record ReleaseFactorReserve : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>How much, charges included.</summary>
    public required Money Amount { get; init; }

    /// <summary>What he keeps of it; null for nothing.</summary>
    public Money? Charges { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>A receivable comes back from the factor.</summary>
public sealed record TakeBackFactored : Command
{
    /// <summary>The assignment.</summary>
    public required FactoringId Assignment { get; init; }

    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Why.</summary>
    public required FactoringReturnReason Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
