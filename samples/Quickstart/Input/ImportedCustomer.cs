namespace OrderToCash.Quickstart;

/// <summary>A customer, from the customers file or made up for the sample.</summary>
public sealed record ImportedCustomer
{
    /// <summary>The number the orders file uses; <c>CASH-GB</c> for the cash sales of a country.</summary>
    public required string Key { get; init; }

    /// <summary>Name, address, VAT ids.</summary>
    public required Party Party { get; init; }

    /// <summary>Business or private.</summary>
    public required TaxStatus TaxStatus { get; init; }

    /// <summary>When to pay.</summary>
    public required AgreedTerms Terms { get; init; }

    /// <summary>How much may be owed, in <see cref="Currency"/>; null without a limit.</summary>
    public Money? CreditLimit { get; init; }

    /// <summary>What invoices are in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The account they pay from; none where the country has no IBAN or it is not known.</summary>
    public Iban Iban { get; init; }

    /// <summary>The language of letters, ISO 639-1: <c>en</c>, <c>de</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How documents go out.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where mails go; empty when there is none.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>True for the account that gathers a country's sales without a customer: they are paid at the till.</summary>
    public bool IsCashSale { get; init; }

    /// <summary>Where the customer is.</summary>
    public CountryCode Country => Party.Address.Country;
}
