using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>A seller: who it is on documents, in which currency it keeps its books, and which policies hold for it.</summary>
public sealed record LegalEntity
{
    /// <summary>The host's number.</summary>
    public required LegalEntityId Id { get; init; }

    /// <summary>The seller as it stands on documents.</summary>
    public required Party Party { get; init; }

    /// <summary>The currency the books are kept in.</summary>
    public required Currency FunctionalCurrency { get; init; }

    /// <summary>The accounts money comes in on: IBANs without blanks, or the bank's own numbers.</summary>
    public EquatableArray<string> BankAccounts { get; init; }

    /// <summary>The scheme of the payment references on its invoices (<see cref="ReferenceSchemes"/>).</summary>
    public string ReferenceScheme { get; init => field = value ?? "RF"; } = "RF";

    /// <summary>The calendar that payment terms roll on.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>The account that holds money nobody could be named for.</summary>
    public required CustomerId UnidentifiedPayer { get; init; }

    /// <summary>The last day of the books that is closed; null when all is open.</summary>
    public LocalDate? LockedThrough { get; init; }

    /// <summary>
    /// The largest difference, in the functional currency, that a short payment may leave to be written off; null for
    /// none.
    /// </summary>
    public Money? SmallDifference { get; init; }

    /// <summary>How orders are priced, shipped and billed.</summary>
    public required OrderPolicy Orders { get; init; }

    /// <summary>When credit is given.</summary>
    public required CreditPolicy Credit { get; init; }

    /// <summary>How tax is rounded.</summary>
    public required TaxComputation TaxComputation { get; init; }

    /// <summary>When a payment is applied, and when it is only proposed.</summary>
    public required MatchingPolicy Matching { get; init; }

    /// <summary>How late payers are reminded.</summary>
    public required DunningPolicy Dunning { get; init; }

    internal LedgerPolicy Ledger => new()
    {
        FunctionalCurrency = FunctionalCurrency, LockedThrough = LockedThrough, SmallDifference = SmallDifference,
        DiscountGraceDays = Matching.DiscountGraceDays,
    };
}
