namespace OrderToCash.Tax.Tests;

public class TaxTerritoryTests
{
    private static TaxTerritory? Find(string country, string postCode, string region = "") =>
        TaxTerritories.Find(new(country), region, postCode, new(2022, 3, 1));

    [Theory]
    [InlineData("ES", "35001", "ES-CN")]
    [InlineData("ES", "38 001", "ES-CN")]
    [InlineData("ES", "51001", "ES-CE")]
    [InlineData("ES", "52001", "ES-ML")]
    [InlineData("ES", "28013", null)]
    [InlineData("DE", "78266", "CH-8238")]
    [InlineData("DE", "27498", "DE-27498")]
    [InlineData("DE", "10115", null)]
    [InlineData("IT", "23041", "IT-23041")]
    [InlineData("IT", "22061", "IT-22061")]
    [InlineData("FI", "22100", "FI-01")]
    [InlineData("AX", "", "FI-01")]
    [InlineData("FR", "97110", "FR-GP")]
    [InlineData("RE", "", "FR-RE")]
    [InlineData("FR", "97610", "FR-YT")]
    [InlineData("PT", "9000-039", "PT-30")]
    [InlineData("PT", "9500-150", "PT-20")]
    [InlineData("PT", "1100-148", null)]
    [InlineData("GR", "63086", "GR-69")]
    [InlineData("GR", "831 00", "GR-X")]
    [InlineData("MC", "98000", "FR-MC")]
    [InlineData("IM", "IM1 1AA", "GB-IM")]
    [InlineData("GB", "bt1 5gs", "GB-NIR")]
    [InlineData("GB", "B1 1AA", null)]
    [InlineData("GB", "BFPO 57", "CY-GB")]
    [InlineData("LI", "9490", "CH-LI")]
    [InlineData("AT", "6691", "AT-6691")]
    [InlineData("AT", "6992", "AT-6991")]
    public void A_post_code_finds_its_territory(string country, string postCode, string? code) => Assert.Equal(code, Find(country, postCode)?.Code);

    [Fact]
    public void A_region_finds_it_too_with_or_without_the_country()
    {
        Assert.Equal("PT-20", Find("PT", "", "PT-20")!.Code);
        Assert.Equal("ES-CN", Find("ES", "", "CN")!.Code);
        Assert.Null(Find("ES", "", "ES-MD"));
        Assert.Null(Find("ES", "", "N"));
    }

    [Fact]
    public void Territories_come_and_go()
    {
        Assert.Null(TaxTerritories.Find(new("GB"), "", "BT1 5GS", new(2020, 12, 31)));
        Assert.Equal("GR-I", TaxTerritories.Find(new("GR"), "", "84100", new(2016, 5, 31))!.Code);
        Assert.Null(TaxTerritories.Find(new("GR"), "", "84100", new(2016, 6, 1)));
    }

    private static readonly TaxQuestion German = AQuestion.From("DE").On(2022, 3, 1);

    public static TheoryData<string, TaxQuestion, string, string> Supplies => new()
    {
        { "to the Canaries is export even from Madrid", AQuestion.From("ES").ToPostCode("35001").On(2022, 3, 1), "export G 0%", "" },
        { "to Heligoland is export", German.ToPostCode("27498"), "export G 0%", "" },
        { "to Büsingen is export to the Swiss VAT area", German.ToPostCode("78266"), "export G 0%", "" },
        { "a Swiss seller is at home in Büsingen and Liechtenstein", AQuestion.From("CH").To("LI").On(2022, 3, 1), "domestic S 7.7%", "" },
        { "to Monaco is France", AQuestion.From("FR").To("MC").On(2022, 3, 1), "domestic S 20%", "" },
        { "a business in Monaco has a French id", German.To("MC").ForBusiness("FR"), "intra-community-goods K 0%", "FR123456789" },
        { "to the Isle of Man is the United Kingdom", AQuestion.From("GB").To("IM").On(2022, 3, 1), "domestic S 20%", "" },
        { "to Åland is export", AQuestion.From("SE").To("FI").ToPostCode("22100").ForBusiness("FI").On(2022, 3, 1), "export G 0%", "" },
        { "to Guadeloupe is export from France", AQuestion.From("FR").ToPostCode("97110").On(2022, 3, 1), "export G 0%", "" },
        { "in Guadeloupe holds the rate of Guadeloupe", AQuestion.From("GP").RegisteredIn("FR").On(2022, 3, 1), "domestic S 8.5%", "" },
        { "in Jungholz holds the rate of Jungholz", AQuestion.From("AT").FromPostCode("6691").ToPostCode("6691").On(2022, 3, 1), "domestic S 19%", "" },
        { "in Jungholz other classes are Austrian", AQuestion.From("AT").FromPostCode("6691").ToPostCode("6691").Of(TaxClass.Reduced).On(2022, 3, 1), "domestic S 10%", "" },
        { "a consumer on Madeira", German.To("PT").ToPostCode("9000-039").Selling(20_000).In(OneStopShop.Union), "distance-sale-destination S 22%", "" },
        { "a consumer on the Azores", German.To("PT").ToPostCode("9500-150").Selling(20_000).In(OneStopShop.Union), "distance-sale-destination S 16%", "" },
        { "goods to a business in Northern Ireland", German.To("GB").ToPostCode("BT1 5GS") with
            { Buyer = BuyerStatus.Business, BuyerRegistrations = [new() { Country = new("GB"), Id = "XI123456789", VerifiedOn = new LocalDate(2022, 1, 1) }] }, "intra-community-goods K 0%", "XI123456789" },
        { "services to it are services abroad", German.To("GB").ToPostCode("BT1 5GS").Services().ForBusiness("GB"), "services-abroad O 0%", "" },
        { "goods to Great Britain are exported", German.To("GB").ToPostCode("M1 1AA").ForBusiness("GB"), "export G 0%", "" },
        { "goods from Northern Ireland to Ireland", AQuestion.From("GB").FromPostCode("BT1 5GS").To("IE").ForBusiness("IE").On(2022, 3, 1), "intra-community-goods K 0%", "IE123456789" },
        { "goods from Great Britain to Ireland", AQuestion.From("GB").FromPostCode("M1 1AA").To("IE").ForBusiness("IE").On(2022, 3, 1), "export-from-united-kingdom G 0%", "" },
        { "goods from Great Britain to Northern Ireland", AQuestion.From("GB").ToPostCode("BT1 5GS").On(2022, 3, 1), "domestic S 20%", "" },
        { "to San Marino is export", AQuestion.From("IT").To("SM").On(2022, 3, 1), "export G 0%", "" },
        { "Canarian tax is not in the table", AQuestion.From("ES").FromPostCode("35001").ToPostCode("38001").On(2022, 3, 1), "tax.rate-missing", "" },
    };

    [Theory, MemberData(nameof(Supplies))]
    public void A_supply_knows_its_territory(string scenario, TaxQuestion question, string expected, string buyerId)
    {
        var answer = question.Answer();
        Assert.Equal($"{scenario}: {expected}", $"{scenario}: "
            + (answer.IsSuccess ? $"{answer.Value.Rule} {answer.Value.Category} {answer.Value.Rate}" : answer.Errors[0].Code));
        if (answer.IsSuccess) Assert.Equal(buyerId, answer.Value.BuyerTaxId);
    }
}
