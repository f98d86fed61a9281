using OrderToCash.Credit;

namespace OrderToCash;

/// <summary>Grants a credit limit; the account is opened with its currency when there is none yet.</summary>
public sealed record GrantCreditLimit : Command
{
    /// <summary>Who grants it.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The limit owner.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency the exposure is counted in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The limit, its dates and who approved it.</summary>
    public required GrantedLimit Limit { get; init; }
}

/// <summary>Releases an order that credit holds back, once, for its present revision.</summary>
public sealed record ReleaseCredit : Command
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The last day the release holds, inclusive.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The largest excess the actor may release, in the currency of the limit.</summary>
    public required Money Authority { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
