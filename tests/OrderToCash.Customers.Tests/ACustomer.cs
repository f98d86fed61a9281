namespace OrderToCash.Customers.Tests;

/// <summary>Customers for tests.</summary>
internal static class ACustomer
{
    internal static readonly CustomerId Id = new("C-100");
    internal static readonly Actor Anna = Actor.Person("anna");
    internal static readonly Actor Bert = Actor.Person("bert");
    internal static readonly LocalDate Start = new(2026, 1, 1);
    internal static readonly Instant At = Instant.FromUtc(2026, 1, 1, 9, 0);
    internal static readonly Iban Berlin = Iban.Parse("DE89370400440532013000").Value;
    internal static readonly Iban London = Iban.Parse("GB82WEST12345698765432").Value;

    internal static CustomerProfile Profile { get; } = new()
    {
        Party = new()
        {
            Name = "Müller & Söhne GmbH",
            Address = new() { Lines = ["Hauptstraße 5"], City = "Berlin", PostCode = "10115", Country = new("DE") },
            TaxRegistrations = [new() { Country = new("DE"), Id = "DE136695976" }],
        },
        TaxStatus = CustomerTaxStatus.Business,
        Currency = Currency.Eur,
        Terms = PaymentTerms.Days(30),
        Language = "de-DE",
        InvoiceChannel = Channel.Email,
        DunningChannel = Channel.Letter,
        Contacts = [new() { Purpose = ContactPurpose.General, Channel = Channel.Email, Endpoint = "buchhaltung@mueller.example" }],
    };

    internal static CustomerAccount Open(CustomerProfile? profile = null) =>
        Expect.Success(CustomerAccount.Open(Id, Start, profile ?? Profile, "New customer", Anna, At)).State;

    internal static CustomerAccount WithBankAccount(this CustomerAccount account, Iban iban)
    {
        var requested = Expect.Success(account.RequestBankAccountChange(iban, "Müller & Söhne GmbH", null, "Letter", new(), Anna, At)).State;
        return Expect.Success(requested.ApproveBankAccountChange(requested.BankAccounts.Count, Bert, At)).State;
    }
}
