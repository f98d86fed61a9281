using OrderToCash.Collections;
using OrderToCash.Credit;
using OrderToCash.Matching;
using OrderToCash.Orders;
using OrderToCash.Tax;

namespace OrderToCash.Quickstart;

/// <summary>The seller of the sample: a British gift wholesaler that keeps its books in pounds.</summary>
internal static class Seller
{
    /// <summary>The seller's number.</summary>
    public static LegalEntityId Id { get; } = new("CT");

    /// <summary>Who does what by hand in the sample.</summary>
    public static Actor Clerk { get; } = Actor.Person("clerk");

    /// <summary>Who grants and releases credit.</summary>
    public static Actor CreditController { get; } = Actor.Person("credit-controller");

    /// <summary>The account that gathers money of payers nobody knows.</summary>
    public static CustomerId Unidentified { get; } = new("UNIDENTIFIED");

    /// <summary>True for the numbers of accounts that no customer of an orders file may have.</summary>
    public static bool IsReserved(string customer) => customer == Unidentified.Value || customer.StartsWith("CASH-", StringComparison.Ordinal);

    /// <summary>What runs by itself.</summary>
    public static Actor Automation { get; } = Actor.System("quickstart");

    /// <summary>The seller with the accounts it has for these currencies.</summary>
    public static LegalEntity Of(IEnumerable<SellerAccount> accounts) => new()
    {
        Id = Id,
        Party = new()
        {
            Name = SellerAccount.Owner,
            RegistrationNumber = "04417823",
            Address = new() { Lines = ["14 Marlow Wharf"], City = "Bristol", PostCode = "BS1 6QF", Country = new("GB") },
            TaxRegistrations = [new() { Country = new("GB"), Id = "GB123456782" }],
        },
        FunctionalCurrency = Currency.Gbp,
        BankAccounts = accounts.Select(a => a.Iban.Value).ToEquatableArray(),
        ReferenceScheme = ReferenceSchemes.Creditor.Code,
        Calendar = BusinessCalendar.Target2,
        UnidentifiedPayer = Unidentified,
        SmallDifference = Money.Of(5, Currency.Gbp),
        Orders = OrderPolicy.Standard,
        Credit = CreditPolicy.Standard,
        TaxComputation = TaxComputation.ByBreakdown,
        Matching = MatchingPolicy.Standard,
        Dunning = DunningPolicy.Default,
    };
}
