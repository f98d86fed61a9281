namespace OrderToCash.Quickstart;

/// <summary>
/// Makes up the customers that an orders file names only by number: invented names and addresses, real countries and towns, VAT ids in the shape of
/// the country, terms, limits, IBANs with right check digits, language and channel. The same documents and seed give the same customers, and a
/// customer stays the same when others are added; only an equal name of an earlier customer makes it take another.
/// </summary>
public static class CustomerGenerator
{
    private static readonly (int Weight, string Terms)[] BusinessTerms =
        [(38, "NET30"), (14, "NET14"), (9, "NET7"), (12, "EOM30"), (6, "EOM15"), (5, "NET45"), (4, "NET60"), (9, "2-10-NET30"), (3, "3-8-NET30")];

    private static readonly (int Weight, string Terms)[] ConsumerTerms = [(7, "NET14"), (3, "NET7")];

    private static readonly (int Weight, Channel Channel)[] Channels =
        [(70, Channel.Email), (12, Channel.Electronic), (12, Channel.Letter), (6, Channel.Portal)];

    // How many times its sales in the file a customer may owe, in tenths; few have less than they buy.
    private static readonly (int Weight, int Tenths)[] Limits = [(6, 4), (10, 10), (34, 15), (30, 25), (20, 50)];

    private const int ConsumersPerMille = 60, WithoutLimitPerMille = 80;

    /// <summary>The key of the account that gathers a country's sales without a customer: <c>CASH-GB</c>.</summary>
    public static string CashKey(CountryCode country) => $"CASH-{country.Value}";

    /// <summary>A customer for every number in the documents, and a cash-sale account for every country that needs one; ordered by key.</summary>
    public static IReadOnlyList<ImportedCustomer> Generate(IEnumerable<ImportedDocument> documents, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var customers = new List<ImportedCustomer>();
        foreach (var group in documents.GroupBy(d => d.CustomerKey ?? CashKey(d.Country)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var country = group.GroupBy(d => d.Country).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            customers.Add(group.First().CustomerKey is null ? CashSale(country) : Customer(group.Key, country, SalesOf(group), seed, names));
        }
        return customers;
    }

    private static ImportedCustomer CashSale(CountryCode country)
    {
        var profile = CountryProfile.Of(country);
        return new()
        {
            Key = CashKey(country),
            Party = new() { Name = $"Cash sales {Countries.NameOf(country)}", Address = new() { Lines = ["over the counter"], City = profile.Towns[0].Town, Country = country } },
            TaxStatus = TaxStatus.Consumer, Terms = AgreedTerms.AtOnce, Currency = profile.Currency, Language = profile.Language,
            Channel = Channel.Letter, IsCashSale = true,
        };
    }

    private static ImportedCustomer Customer(string key, CountryCode country, decimal sales, ulong seed, HashSet<string> names)
    {
        var profile = CountryProfile.Of(country);
        var chance = SplitMix64.For(seed, "customer", key);
        var consumer = chance.Happens(ConsumersPerMille);
        string name;
        do name = consumer ? InventedNames.Person(chance) : InventedNames.Company(chance, profile);
        while (!names.Add(name));
        var (town, postCode) = chance.Pick<(string, string)>(profile.Towns);
        var vatId = consumer || profile.VatId.Length == 0 ? "" : chance.Fill(profile.VatId);
        var channel = chance.Pick(Channels);
        return new()
        {
            Key = key,
            Party = new()
            {
                Name = name,
                Address = new()
                {
                    Lines = [profile.Street.Replace("%", $"{chance.Between(1, 199)}", StringComparison.Ordinal)],
                    City = town, PostCode = chance.Fill(postCode), Country = country,
                },
                TaxRegistrations = vatId.Length > 0 ? [new() { Country = country, Id = vatId }] : [],
            },
            TaxStatus = consumer ? TaxStatus.Consumer : TaxStatus.Business,
            Terms = AgreedTerms.Find(chance.Pick(consumer ? ConsumerTerms : BusinessTerms))!,
            CreditLimit = LimitOf(chance, sales, profile),
            Currency = profile.Currency,
            Iban = IbanOf(chance, profile),
            Language = profile.Language,
            Channel = channel,
            Email = channel == Channel.Letter ? "" : $"accounts@{InventedNames.Plain(name)}.example",
        };
    }

    private static decimal SalesOf(IEnumerable<ImportedDocument> documents) =>
        documents.Where(d => !d.IsCancellation).Sum(d => d.Lines.Sum(l => l.Quantity * l.UnitPrice));

    // In whole hundreds, at least five of them.
    private static Money? LimitOf(SplitMix64 chance, decimal sales, CountryProfile profile)
    {
        var tenths = chance.Pick(Limits);
        if (chance.Happens(WithoutLimitPerMille)) return null;
        var limit = Math.Max(500m, Math.Ceiling(sales * tenths / 10m / 100m) * 100m);
        return Money.Rounded(Math.Ceiling(limit * profile.UnitsPerPound / 100m) * 100m, profile.Currency, Rounding.HalfAwayFromZero);
    }

    private static Iban IbanOf(SplitMix64 chance, CountryProfile profile) => profile.Bban.Length == 0
        ? default
        : Iban.Make(profile.IbanCountry, chance.Fill(profile.Bban)) is { IsSuccess: true } made ? made.Value
        : throw new InvalidOperationException($"The BBAN pattern of {profile.IbanCountry} does not fit its IBAN.");
}
