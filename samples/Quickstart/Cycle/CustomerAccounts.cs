using OrderToCash.Credit;
using OrderToCash.Customers;
using OrderToCash.Matching;

namespace OrderToCash.Quickstart;

/// <summary>Opens the accounts of the customers, with their limits.</summary>
internal sealed class CustomerAccounts(CustomerDesk desk, CreditDesk credit, Problems problems)
{
    private static readonly LocalDate Opened = new(2000, 1, 1);

    /// <summary>Opens each account and grants its limit; a cash-sale account has none, because it pays at once.</summary>
    public async Task OpenAsync(IEnumerable<ImportedCustomer> customers, LocalDate limitsFrom)
    {
        foreach (var customer in customers)
        {
            var opened = await desk.OpenAsync(new()
            {
                Id = new($"open-{customer.Key}"), By = Seller.Clerk, Customer = new(customer.Key), EffectiveFrom = Opened,
                Profile = ProfileOf(customer), Reason = "import",
            });
            if (!problems.IsGood($"customer {customer.Key}", opened)) continue;
            var granted = await credit.GrantAsync(new()
            {
                Id = new($"limit-{customer.Key}"), By = Seller.Clerk, LegalEntity = Seller.Id, Customer = new(customer.Key), Currency = customer.Currency,
                Limit = new() { Limit = LimitOf(customer), From = limitsFrom, ApprovedBy = Seller.CreditController.Id },
            });
            problems.IsGood($"limit of {customer.Key}", granted);
        }
    }

    /// <summary>Who pays from which account, by the customers' own bank details.</summary>
    public static PayerDirectory Payers(IEnumerable<ImportedCustomer> customers) => PayerDirectory.Create(customers
        .Where(c => !c.IsCashSale)
        .Select(c => new PayerAlias { Account = c.Iban.Value, Name = c.Party.Name, Customer = new(c.Key) }));

    /// <summary>The account's first version; its check says what the books would refuse.</summary>
    public static CustomerProfile ProfileOf(ImportedCustomer customer) => new()
    {
        Party = customer.Party,
        TaxStatus = customer.TaxStatus switch
        {
            TaxStatus.Consumer => CustomerTaxStatus.Consumer,
            _ => CustomerTaxStatus.Business,
        },
        Currency = customer.Currency,
        Terms = TermsOf(customer.Terms),
        Language = customer.Language,
        InvoiceChannel = customer.Channel,
        DunningChannel = customer.Email.Length > 0 ? Channel.Email : Channel.Letter,
        Contacts = ContactsOf(customer).ToEquatableArray(),
    };

    private static IEnumerable<ContactPoint> ContactsOf(ImportedCustomer customer)
    {
        if (customer.Email.Length == 0) yield break;
        yield return new() { Purpose = ContactPurpose.General, Channel = Channel.Email, Endpoint = customer.Email };
        if (customer.Channel is not (Channel.Email or Channel.Letter))
            yield return new() { Purpose = ContactPurpose.Invoicing, Channel = customer.Channel, Endpoint = customer.Email };
    }

    private static PaymentTerms TermsOf(AgreedTerms terms)
    {
        var plain = terms.EndOfMonth ? PaymentTerms.EndOfMonthPlus(terms.Days) : terms.Days == 0 ? PaymentTerms.Immediate : PaymentTerms.Days(terms.Days);
        return terms.Discount is { } discount ? plain.WithDiscount(discount, terms.DiscountDays) : plain;
    }

    private static CreditLimit LimitOf(ImportedCustomer customer) => customer.CreditLimit switch
    {
        null => CreditLimit.NoLimit,
        { IsZero: true } => CreditLimit.Zero,
        { } amount => CreditLimit.Of(amount),
    };
}
